-- expect: status=ok value=null
-- why: an empty chunk is a chunk

