-- The response to a request began: its place is free after a while.
-- KEYS: the throttle, then the accounts. ARGV: now or '', slot, after how long.
local free = whole(instant(ARGV[1]) + tonumber(ARGV[3]))
for number = 0, (#KEYS - 1) / 3 - 1 do
  local places = account(2, number)
  redis.call('ZADD', places, 'XX', 'LT', free, ARGV[2])
end
return 1
