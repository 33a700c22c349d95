/**
 * What a code that WeChat gave a browser turned out to be worth. `code` and `rid` are the vendor's, for the log; neither tells of a person.
 * `known`: whose WeChat it is, by the number this person has at that app of ours and nowhere else; `unionid` is the one they have at all apps of
 * the same owner, which WeChat does not always tell. `snapshot`: WeChat shows its own
 * copy of the page and named nobody real. `spent`: the code was used, is too old or never was one; another authorization gets another.
 * `barred`: WeChat lets this user authorize nothing, however often they try. `unavailable`: nobody knows, and the code must not be
 * tried again; `needsRepair`: no code is taken before a person mends something on our side, or learns what the answer means.
 */
export type WeChatExchange =
  | { kind: 'known'; openid: string; unionid?: string }
  | { kind: 'snapshot' }
  | { kind: 'spent'; code: string; rid?: string }
  | { kind: 'barred'; code: string; rid?: string }
  | { kind: 'unavailable'; code: string; rid?: string; needsRepair?: true }

/** WeChat as it tells us who holds the phone. Never throws for what WeChat or the network does. */
export type WeChatOAuth = {
  /** Our service account or website app: an openid means something together with it alone. */
  readonly appId: string
  /** Where the browser goes. `state`: letters and digits, at most 128; `redirectUrl`: of the domain that is registered there. */
  authorizeUrl(asked: { redirectUrl: string; state: string }): string
  /** At most one call. A code is good once, for five minutes or, of a website app, ten. */
  exchange(code: string): Promise<WeChatExchange>
}
