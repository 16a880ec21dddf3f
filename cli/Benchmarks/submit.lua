-- wrk's requests: each another submission with a key of its own. Arguments: milliseconds to wait between two requests of a connection.
local threads = 0
function setup(thread) threads = threads + 1; thread:set("id", threads) end

local number, seed, pause, head = 0, 0, 0, { ["Content-Type"] = "application/json" }
function init(arguments)
  math.randomseed(os.time() * 64 + id)
  seed, pause = math.random(0, 0xffff), tonumber(arguments[1] or "0")
end

-- Begins with 100, a range that nobody's number is in, and passes the check digits.
local function national_id(n)
  local digits, d = string.format("100%06d", n % 1000000), {}
  for i = 1, 9 do d[i] = string.byte(digits, i) - 48 end
  local odd, even = d[1] + d[3] + d[5] + d[7] + d[9], d[2] + d[4] + d[6] + d[8]
  local tenth = (7 * odd - even) % 10
  return digits .. tenth .. (odd + even + tenth) % 10
end

local before = '{"kind":"complaint","channel":"web","typeCode":null,"subject":"Sokak lambaları yanmıyor","text":"Işıklar üç haftadır yanmıyor, çocuklar korkuyor. Mahallemizde akşam yürümek mümkün değil.","location":{"provinceCode":76,"districtCode":1692,"neighbourhood":"Topçular"},"applicant":{"nationalId":"'
local after = '","firstName":"Çiğdem","lastName":"Öztürkoğlu","phone":"+905551112233","birthYear":1980,"gender":"female","education":"high_school","employment":"employed","circumstances":["veteran"]},"hideIdentity":false,"confidential":false,"stateOfEmergency":false,"notify":true,"bureauCode":null}'
function request()
  number = number + 1
  head["Idempotency-Key"] = string.format("%08x-%04x-4%03x-8%03x-%012x", number, seed, id, math.random(0, 0xfff), math.random(0, 0x7fffffff))
  return wrk.format("POST", "/v1/applications", head, before .. national_id(number) .. after)
end

function delay() return pause end
