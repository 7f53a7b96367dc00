package io.github.ambientgpt.api.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list.
 *
 * @param page from 0; the first when absent
 * @param size items of a page; 50 when absent
 */
public record PageQuery(
    @Min(0) @Max(1_000_000) @Nullable Integer page, @Min(1) @Max(200) @Nullable Integer size) {
  public PageQuery {
    page = page == null ? Integer.valueOf(0) : page;
    size = size == null ? Integer.valueOf(50) : size;
  }

  public long offset() {
    return (long) page * size;
  }
}
