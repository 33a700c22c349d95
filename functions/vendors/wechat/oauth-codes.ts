/**
 * One `errcode`. Everything without a row is `unavailable` and rings, because nobody here knows what it says. `spent`: about the code.
 * `barred`: about the user. `repair`: refuses us, whoever's code it is, until a person mends something on our side.
 */
export type OAuthCodeRow = { code: number; note: string } & (
  | { kind: 'spent' }
  | { kind: 'barred' }
  | { kind: 'unavailable'; repair?: true }
)

const spent = (code: number, note: string): OAuthCodeRow => ({ code, kind: 'spent', note })
const barred = (code: number, note: string): OAuthCodeRow => ({ code, kind: 'barred', note })
const unavailable = (code: number, note: string): OAuthCodeRow => ({ code, kind: 'unavailable', note })
const refusesUs = (code: number, note: string): OAuthCodeRow => ({ code, kind: 'unavailable', repair: true, note })

/**
 * Of GET sns/oauth2/access_token: developers.weixin.qq.com …/api/webdev/access/api_snsaccesstoken, and the list of global return codes of
 * service accounts. Whoever comes back can bring any code, so what is about the code never rings.
 */
export const oauthCodes: readonly OAuthCodeRow[] = [
  unavailable(-1, 'system busy'),
  refusesUs(40001, 'AppSecret, or an account of another kind'),
  refusesUs(40002, 'grant_type: the form of the request'),
  refusesUs(40013, 'AppID'),
  spent(40029, 'no code, or none of this account'),
  refusesUs(40125, 'AppSecret'),
  spent(40163, 'used before'),
  refusesUs(40164, 'our address is not among those allowed'),
  refusesUs(40203, 'the account called too often and has to be unlocked'),
  barred(40226, 'a user of high risk'),
  refusesUs(40243, 'the AppSecret is frozen'),
  refusesUs(41002, 'appid is missing: the form of the request'),
  refusesUs(41004, 'secret is missing: the form of the request'),
  refusesUs(41008, 'code is missing: the form of the request'),
  spent(42003, 'older than five minutes'),
  refusesUs(43001, 'GET is wanted: the form of the request'),
  refusesUs(43003, 'HTTPS is wanted: our address of the vendor'),
  refusesUs(45009, 'calls of the day are used up'),
  unavailable(45011, 'too many calls of this minute'),
  refusesUs(48001, 'the account has no web authorization'),
  refusesUs(48004, 'the interface was taken from the account'),
  refusesUs(50001, 'the account has no right to it'),
  barred(50002, 'the user is restricted: frozen or closed'),
]
