package io.github.ambientgpt.api.web;

import java.util.List;

/**
 * A part of a list.
 *
 * @param page its number, from 0
 * @param size how many items a page has at most
 * @param total how many items there are on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {
  public static <T> Page<T> of(List<T> items, PageQuery query, long total) {
    return new Page<>(items, query.page(), query.size(), total);
  }

  /** A list that is never long, on one page. */
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, 0, Math.max(1, items.size()), items.size());
  }
}
