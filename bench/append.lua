-- For wrk: one event a request, each with an id of its own, from several paired browsers in turn.
--   wrk -s bench/append.lua URL -- COOKIE...
local cookies, number, own = {}, 0, 0

function setup(thread)
  own = own + 1
  thread:set("own", own)
end

function init(arguments)
  cookies = arguments
  math.randomseed(os.time() + own)
  salt = string.format("%08x-%04x-7%03x-8%03x", math.random(0, 2 ^ 31 - 1), math.random(0, 65535),
    math.random(0, 4095), own)
end

function request()
  number = number + 1
  local body = string.format('{"events":[{"id":"%s-%012x","device":"0192f000-0000-7000-8000-00000000000d",'
    .. '"at_ms":1790000000000,"offset_min":60,"kind":"note","payload":{"text":"well"}}]}', salt, number)
  return wrk.format("POST", nil, {
    ["Content-Type"] = "application/json", ["Cookie"] = cookies[number % #cookies + 1] }, body)
end
