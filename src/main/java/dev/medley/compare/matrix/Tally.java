package dev.medley.compare.matrix;

/**
 * A number for each of many 64-bit digests, in twelve to twenty-four bytes each (open addressing,
 * linear probing).
 */
public final class Tally {
  private static final int NONE = 0;
  private long[] keys = new long[64];
  private int[] values = new int[64];
  private int size;

  /** 0 when nothing was put. */
  public int get(long key) {
    return values[place(key)];
  }

  /**
   * @param value not 0
   */
  public void put(long key, int value) {
    int place = place(key);
    if (values[place] == NONE) {
      size++;
    }
    keys[place] = key;
    values[place] = value;
    if (size * 2 > keys.length) {
      grow();
    }
  }

  /** One more, and how many there are then. */
  public int add(long key) {
    int count = get(key) + 1;
    put(key, count);
    return count;
  }

  public int size() {
    return size;
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int place = (int) (key ^ key >>> 32) & mask;
    while (values[place] != NONE && keys[place] != key) {
      place = place + 1 & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != NONE) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        values[place] = oldValues[i];
      }
    }
  }
}
