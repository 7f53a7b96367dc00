package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.user.Account;
import io.github.ambientgpt.api.user.Accounts;
import io.github.ambientgpt.api.user.LoginProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * A session holds whose it is and nothing else: what they may do is looked up at each request, so
 * that what an admin changes counts at once.
 */
@Component
class Sessions implements SecurityContextRepository {
  private static final String ACCOUNT = "account";
  private static final String EPOCH = "epoch";
  private static final String BEGAN = "began";

  private final Accounts accounts;
  private final LoginProperties properties;
  private final Clock clock;

  Sessions(Accounts accounts, LoginProperties properties, Clock clock) {
    this.accounts = accounts;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Somebody came in: their session has a new id, so that one that was planted is worth nothing.
   */
  void begin(HttpServletRequest request, Account account) {
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    HttpSession session = request.getSession(true);
    session.setMaxInactiveInterval(Math.toIntExact(properties.idle().toSeconds()));
    session.setAttribute(ACCOUNT, account.id().toString());
    session.setAttribute(EPOCH, account.epoch());
    session.setAttribute(BEGAN, clock.instant().toEpochMilli());
    accounts.cameIn(account.id());
  }

  void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  private Optional<Caller> caller(HttpServletRequest request) {
    HttpSession session = Bearer.of(request).isPresent() ? null : request.getSession(false);
    if (session == null
        || !(session.getAttribute(ACCOUNT) instanceof String id)
        || !(session.getAttribute(EPOCH) instanceof Long epoch)
        || !(session.getAttribute(BEGAN) instanceof Long began)) {
      return Optional.empty();
    }
    Instant end = Instant.ofEpochMilli(began).plus(properties.longest());
    return accounts
        .find(UUID.fromString(id))
        .filter(account -> account.enabled() && account.epoch() == epoch)
        .filter(account -> clock.instant().isBefore(end))
        .map(account -> Caller.person(account.user(), account.roles()));
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new DeferredSecurityContext() {
      private SecurityContext context;

      @Override
      public SecurityContext get() {
        if (context == null) {
          context =
              caller(request)
                  .<SecurityContext>map(SecurityContextImpl::new)
                  .orElseGet(SecurityContextHolder::createEmptyContext);
        }
        return context;
      }

      @Override
      public boolean isGenerated() {
        return get().getAuthentication() == null;
      }
    };
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  /** Nothing: {@link #begin} does. */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return caller(request).isPresent();
  }
}
