-- expect: status=ok value=a�
-- expect: status=ok value=a��
-- expect: status=error
-- why: a text cut in the middle of a character is repaired, or refused
return ("a中"):sub(1, 3)
