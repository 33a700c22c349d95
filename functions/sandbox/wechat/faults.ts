/** How a browser is led back: by a page that asks first, as nobody, twice, without a code, with one that was used. */
export type LedBack = 'asks' | 'snapshot' | 'twice' | 'denied' | 'used'

/** What a fault makes of one call: WeChat sends the browser back otherwise, or answers something else for a code. */
export type WeChatEffect =
  | { does: 'lead_back'; how: LedBack }
  | { does: 'say'; errcode: number; errmsg: string }
  | { does: 'tell_unionid' }
  | { does: 'spoil_answer'; how: 'http_500' | 'html' | 'truncated' | 'slow' }

/** Modes by target, as POST /sandbox/faults takes them. */
export const wechatFaults = {
  wechat_authorize: {
    asks: { does: 'lead_back', how: 'asks' },
    // The page was opened as a copy, whose user is nobody.
    snapshot_user: { does: 'lead_back', how: 'snapshot' },
    double_redirect: { does: 'lead_back', how: 'twice' },
    denied: { does: 'lead_back', how: 'denied' },
    used_code: { does: 'lead_back', how: 'used' },
  },
  wechat_token: {
    // The user follows the service account.
    follower: { does: 'tell_unionid' },
    busy: { does: 'say', errcode: -1, errmsg: 'system error' },
    high_risk_user: { does: 'say', errcode: 40226, errmsg: 'code blocked' },
    wrong_secret: { does: 'say', errcode: 40125, errmsg: 'invalid appsecret' },
    unknown_code: { does: 'say', errcode: 99_999, errmsg: 'something new' },
    error_500: { does: 'spoil_answer', how: 'http_500' },
    html: { does: 'spoil_answer', how: 'html' },
    truncated: { does: 'spoil_answer', how: 'truncated' },
    slow: { does: 'spoil_answer', how: 'slow' },
  },
} as const satisfies Record<string, Record<string, WeChatEffect>>
