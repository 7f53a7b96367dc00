package io.github.ambientgpt.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.github.ambientgpt.core.languagemodel.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Waits for the end of an answer that LangChain4j puts together. For one thread. */
final class AnswerCollector implements StreamingChatResponseHandler {
  private final Replies replies;
  private ChatResponse whole;
  private ServerFault fault;

  private AnswerCollector(Replies replies) {
    this.replies = replies;
  }

  /**
   * @param client the one that the model was made with
   */
  static Answer ask(
      StreamingChatModel model, Prompt prompt, WatchedHttpClient client, Service service) {
    AnswerCollector collector = new AnswerCollector(new Replies(service));
    model.chat(request(prompt), collector);
    return collector.answer(client.saidDone(), service);
  }

  private static ChatRequest request(Prompt prompt) {
    ChatRequest.Builder request = ChatRequest.builder().messages(messages(prompt));
    prompt
        .schema()
        .ifPresent(
            schema ->
                request.responseFormat(
                    ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(
                            JsonSchema.builder()
                                .name("answer")
                                .rootElement(JsonRawSchema.from(schema))
                                .build())
                        .build()));
    return request.build();
  }

  /** LangChain4j takes no message without words. */
  private static List<ChatMessage> messages(Prompt prompt) {
    List<ChatMessage> messages = new ArrayList<>();
    if (!prompt.instructions().isBlank()) {
      messages.add(SystemMessage.from(prompt.instructions()));
    }
    if (!prompt.content().isBlank() || messages.isEmpty()) {
      messages.add(UserMessage.from(prompt.content()));
    }
    return messages;
  }

  @Override
  public void onPartialResponse(String words) {
    // the whole answer holds them too
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    whole = response;
  }

  @Override
  public void onError(Throwable failure) {
    fault = failure instanceof ServerFault known ? known : replies.unreadable();
  }

  private Answer answer(boolean saidDone, Service service) {
    if (fault != null) {
      throw fault;
    }
    if (whole == null || whole.finishReason() == null && !saidDone) {
      throw Wire.broken(service.host(), null);
    }
    String text = whole.aiMessage().text();
    return new Answer(text == null ? "" : text, ending(whole.finishReason()), read());
  }

  private OptionalInt read() {
    TokenUsage usage = whole.tokenUsage();
    return usage == null || usage.inputTokenCount() == null || usage.inputTokenCount() <= 0
        ? OptionalInt.empty()
        : OptionalInt.of(usage.inputTokenCount());
  }

  private static Answer.Ending ending(FinishReason reason) {
    if (reason == null) {
      return Answer.Ending.UNKNOWN;
    }
    return switch (reason) {
      case STOP -> Answer.Ending.COMPLETE;
      case LENGTH -> Answer.Ending.LENGTH;
      case CONTENT_FILTER -> Answer.Ending.FILTERED;
      default -> Answer.Ending.UNKNOWN;
    };
  }
}
