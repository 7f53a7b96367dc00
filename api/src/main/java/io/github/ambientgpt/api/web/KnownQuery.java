package io.github.ambientgpt.api.web;

import io.github.ambientgpt.api.problem.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses a query that asks for what nothing reads: it would be answered as if it were not there.
 */
final class KnownQuery implements HandlerInterceptor {
  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String query = request.getQueryString();
    if (query != null && handler instanceof HandlerMethod method) {
      Set<String> names = known.computeIfAbsent(method.getMethod(), key -> names(method));
      UriComponentsBuilder.newInstance().query(query).build().getQueryParams().keySet().stream()
          .filter(name -> !names.contains(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw ApiException.field(
                    name.length() > 60 ? name.substring(0, 60) : name,
                    names.isEmpty()
                        ? "nothing is asked for in this query"
                        : "there is no such parameter; there are: " + String.join(", ", names));
              });
    }
    return true;
  }

  private static Set<String> names(HandlerMethod handler) {
    Set<String> names = new TreeSet<>();
    for (MethodParameter parameter : handler.getMethodParameters()) {
      parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
      RequestParam param = parameter.getParameterAnnotation(RequestParam.class);
      if (param != null) {
        names.add(param.name().isEmpty() ? parameter.getParameterName() : param.name());
      } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
        Arrays.stream(parameter.getParameterType().getRecordComponents())
            .map(RecordComponent::getName)
            .forEach(names::add);
      }
    }
    return names;
  }
}
