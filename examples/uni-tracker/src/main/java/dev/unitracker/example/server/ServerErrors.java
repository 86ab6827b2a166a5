package dev.unitracker.example.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers in JSON where the server below refuses a request before any route is looked for, without a word of why in its terms. */
final class ServerErrors implements Request.Handler {

    private static final int UNREADABLE = 400;
    private static final int SERVER_FAULT = 500;
    private static final int OTHER_VERSION = 505;

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = status(request, response);
        response.setStatus(status);
        Answer answer = Answer.refused(status, words(status));
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
        Gateway.COMMON_HEADERS.forEach(headers::put);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    private static int status(Request request, Response response) {
        int status = said(request, response);
        // What nobody here can read is no fault of this server.
        return status == OTHER_VERSION ? UNREADABLE : status;
    }

    private static int said(Request request, Response response) {
        return request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException refused
                ? refused.getCode()
                : response.getStatus();
    }

    /** Returns what a status means, for whoever asked. */
    static String words(int status) {
        return switch (status) {
            case 400 -> "the request cannot be read: its path, its headers or its form are wrong";
            case 404 -> "there is no such path";
            case 405 -> "this path does not have that method";
            case 408 -> "the request did not come in time";
            case 413 -> "the body is too long";
            case 414 -> "the address is too long";
            case 417 -> "what the request expects cannot be done";
            case 431 -> "the headers are too long";
            case 503 -> "the server is ending, or it has too much to do; ask again later";
            default ->
                status < SERVER_FAULT ? "the request is refused" : "something went wrong here; it was noted in the log";
        };
    }
}
