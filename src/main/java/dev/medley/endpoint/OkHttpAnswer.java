package dev.medley.endpoint;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponse;
import java.io.InputStream;
import okhttp3.Response;

/** An answer as the SDK wants it. */
record OkHttpAnswer(Response response) implements HttpResponse {
  @Override
  public int statusCode() {
    return response.code();
  }

  @Override
  public Headers headers() {
    Headers.Builder headers = Headers.builder();
    response.headers().forEach(h -> headers.put(h.getFirst(), h.getSecond()));
    return headers.build();
  }

  @Override
  public InputStream body() {
    return response.body().byteStream();
  }

  @Override
  public void close() {
    response.close();
  }
}
