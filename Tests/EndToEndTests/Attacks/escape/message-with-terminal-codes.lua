-- expect: status=error
-- why: an error cannot break the line that reports it
error("\27]0;title\7\27[2J\r\n{\"status\":\"ok\"}\0\u{202E}", 0)
