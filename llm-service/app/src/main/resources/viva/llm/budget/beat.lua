-- A process says that it lives, and learns how many do and which edition of the books it writes in: {processes, edition}. Books that
-- lost what was in them have another edition. KEYS: the processes, the edition. ARGV: now or '', its id, for how long that holds.
local now = instant(ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', whole(now))
redis.call('ZADD', KEYS[1], whole(now + tonumber(ARGV[3])), ARGV[2])
redis.call('PEXPIRE', KEYS[1], whole(2 * tonumber(ARGV[3]) / 1000))
redis.call('SET', KEYS[2], ARGV[2] .. ':' .. whole(now), 'NX')
return {redis.call('ZCARD', KEYS[1]), redis.call('GET', KEYS[2])}
