import type { Problem } from '../../shared/kernel/problems.ts'

/** Who is asking, sign-in by SMS code, message tokens, bans and appeals. */
export const accountProblems = {
  unauthenticated: {
    status: 401,
    zh: '请先登录。',
    en: 'Sign in first.',
  },
  banned: {
    status: 403,
    zh: '账号已被停用，不能提交认证、付款、购买会员、充值积分或发送消息；应退的款项照常退回。停用原因见账户页，如有异议，可以提出申诉。',
    en: 'This account is banned: it cannot submit verifications, pay, buy membership, recharge points or send messages. Refunds owed are still paid. The account page says why, and you can appeal.',
  },
  invalid_external_id: {
    status: 400,
    zh: '平台用户标识应为 1 到 128 个可见 ASCII 字符，不含空格。',
    en: 'An externalId has 1 to 128 visible ASCII characters and no blanks.',
  },
  invalid_return_url: {
    status: 400,
    zh: '返回地址应为完整的地址（不超过 2000 个字符，不含用户名和密码），并位于设置 sessions.returnOrigins 列出的来源之下。',
    en: 'A returnUrl is an absolute address of at most 2000 characters, without credentials, under one of the origins of the setting sessions.returnOrigins.',
  },
  invalid_session_link: {
    status: 400,
    zh: '链接不完整，请回到平台重新打开，或完整复制“#”后面的 43 个字符。',
    en: 'The link is not whole: open it anew from the platform, or copy all 43 characters behind the #.',
  },
  session_link_spent: {
    status: 410,
    zh: '这个链接已经用过或已失效，请回到平台重新打开，平台会给出新的链接。',
    en: 'This link was used already or is over: go back to the platform and open it anew, which gives a new link.',
  },
  signed_in_as_another: {
    status: 409,
    zh: '当前浏览器登录的是另一个账号。如要改用链接中的账号，请确认切换（replace 为 true）；否则请保持现在的登录。',
    en: 'This browser is signed in as another account. Confirm that you leave it (`replace`: true), or stay as you are; the link is not spent.',
  },
  invalid_scan_code: {
    status: 400,
    zh: '二维码内容不完整，请重新扫描，或完整复制“#”后面的 43 个字符。',
    en: 'The code is not whole: scan it again, or copy all 43 characters behind the #.',
  },
  scan_over: {
    status: 410,
    zh: '这个二维码已经用过或已失效，请在电脑上刷新二维码，再扫一次。',
    en: 'This QR code was used already or is over: refresh it on the desktop, and scan it again.',
  },
  scan_not_confirmed: {
    status: 409,
    zh: '手机上还没有确认，请扫描二维码，并在手机上点“确认登录”。',
    en: 'Nobody has confirmed on a phone yet: scan the code, and confirm there.',
  },
  external_id_with_session: {
    status: 400,
    zh: '登录用户只能查询和操作自己的账户，请去掉 externalId；该参数只在平台使用 API 密钥时填写。',
    en: 'A signed-in user asks for themselves: leave externalId out. The platform gives it, together with its API key.',
  },
  sms_too_often: {
    status: 429,
    waits: true,
    zh: '获取验证码过于频繁，请稍后再试。',
    en: 'Too many codes were requested; wait and try again.',
  },
  sms_report_too_often: {
    status: 429,
    waits: true,
    zh: '这条短信的状态查询过于频繁，请稍候；仍没有收到，请重新获取验证码。',
    en: 'It was asked too often what became of this text. Wait, or ask for another code.',
  },
  sms_unavailable: {
    status: 503,
    waits: true,
    zh: '短信服务暂时不可用，请稍后再试。',
    en: 'Text messages cannot be sent at the moment; try again later.',
  },
  sms_rejected: {
    status: 422,
    zh: '该号码目前收不到验证码短信（可能已退订、停机或当天已达上限），请换一个号码或明天再试。',
    en: 'This number cannot receive codes (unsubscribed, out of service or over its daily limit); use another or try tomorrow.',
  },
  invalid_sms_code: {
    status: 400,
    zh: '请填写短信中的 6 位数字验证码。',
    en: 'A code has the six digits of the text message.',
  },
  challenge_required: {
    status: 403,
    members: {
      challenge: { type: 'string', always: true, is: 'What the proof of work is to be found for.' },
      bits: { type: 'integer', always: true, is: 'With how many zero bits the hash is to begin.' },
      captchaAppId: { type: 'string', is: 'The captcha that is to be passed in the place of the proof of work.' },
    },
    zh: '请求验证码过于频繁，请完成安全验证后再试（没有出现验证窗口时，页面会自动完成）。',
    en: 'Many codes were asked for. With a `captchaAppId` here: pass that captcha and send what it gives as `captcha`. Without: find a nonce such that SHA-256 of "challenge:nonce" begins with `bits` zero bits, and send both as `proof`.',
  },
  invalid_proof: {
    status: 400,
    zh: '安全验证应为对象：challenge 原样填写本服务给出的值，nonce 为 1 到 40 个可见 ASCII 字符。',
    en: 'A proof is an object: `challenge` as this service gave it, and `nonce` of 1 to 40 visible ASCII characters.',
  },
  invalid_captcha: {
    status: 400,
    zh: '安全验证应为对象：ticket（最多 4000 个字符）和 randstr（最多 100 个字符），原样填写验证组件给出的值。',
    en: 'A captcha is an object: `ticket` (at most 4000 characters) and `randstr` (at most 100), as the captcha gave them.',
  },
  id_last_four_required: {
    status: 403,
    zh: '该号码很久没有登录过，可能已换人使用。请填写该账号实名证件号码的后四位；如果以前不是您在使用，请选择重新开始。',
    en: 'This number was not used for long and may have changed hands: give the last four of the ID number of the account, or start over if the account is not yours.',
  },
  id_last_four_wrong: {
    status: 403,
    zh: '证件号码后四位不正确，请填写该账号实名证件号码的后四位。',
    en: 'These are not the last four of the ID number of the account; give those of the person it is verified as.',
  },
  too_often: {
    status: 429,
    waits: true,
    zh: '操作过于频繁，请稍后再试。',
    en: 'That was done too often; try again later.',
  },
  id_last_four_too_often: {
    status: 429,
    waits: true,
    zh: '证件号码后四位输错次数过多，请稍后再试；如果以前不是您在使用该号码，请选择重新开始。',
    en: 'The last four of the ID number were typed too often: try again later, or start over if the account is not yours.',
  },
  invalid_id_last_four: {
    status: 400,
    zh: '请填写证件号码的后四位（最后一位可能是 X）。',
    en: 'Give the last four characters of the ID number; the last may be an X.',
  },
  sms_code_wrong: {
    status: 400,
    zh: '验证码不正确或已过期，请填写最近一条短信中的 6 位数字，或重新获取。',
    en: 'The code is wrong or has expired: give the six digits of the latest text message, or request a new code.',
  },
  sms_code_spent: {
    status: 400,
    zh: '验证码错误次数过多，请重新获取。',
    en: 'Too many wrong tries; request a new code.',
  },
  control_characters: {
    status: 400,
    zh: '请去掉控制字符，例如换行和制表符。',
    en: 'Leave out control characters, such as line breaks and tabs.',
  },
  wechat_not_offered: {
    status: 422,
    zh: '本服务没有接入微信授权，无法在微信内直接支付，请换一种支付方式。',
    en: 'This service has no WeChat authorization, so it cannot pay inside WeChat; choose another way to pay.',
  },
  wechat_way_not_offered: {
    status: 422,
    zh: '本服务没有开通这种微信登录方式，请改用手机号和短信验证码登录。',
    en: 'WeChat cannot be used here in that way; sign in with a mobile number and a code by text message.',
  },
  wechat_join_over: {
    status: 410,
    zh: '微信登录已超过 10 分钟或已完成，请重新用微信登录，或直接用手机号登录。',
    en: 'Signing in by WeChat took more than ten minutes, or is done: begin it anew, or sign in with the mobile number alone.',
  },
  wechat_not_bound: {
    status: 409,
    zh: '该账号没有绑定微信，无需解除。',
    en: 'No WeChat is bound to this account, so there is nothing to unbind.',
  },
  own_phone_missing: {
    status: 409,
    zh: '该账号没有登录用的手机号，无法用短信验证码确认。请先在平台内操作，或请人工帮助。',
    en: 'This account has no mobile number it is signed in to with, so no code can prove the step. Use your platform, or ask a person for help.',
  },
  phone_not_own: {
    status: 400,
    zh: '请填写登录本账号使用的手机号，或实名认证时使用的手机号，并使用发到该号码的验证码。',
    en: 'Give the number you sign in to this account with, or the one it was verified with, and the code that was sent to it.',
  },
  step_up_last_four_required: {
    status: 400,
    zh: '本账号已实名：请填写实名证件号码的后四位，确认是您本人操作。',
    en: 'This account is verified: give the last four of the ID number it is verified with, to show that it is you.',
  },
  token_limit_reached: {
    status: 409,
    zh: '消息令牌数量已达上限，请先删除不用的令牌。',
    en: 'The limit of message tokens is reached; delete one first.',
  },
  not_banned: {
    status: 409,
    zh: '该账号没有被停用。',
    en: 'This account is not banned.',
  },
  ban_for_complaints: {
    status: 409,
    zh: '该账号因多次恶意投诉被停用，平台不能解除；用户可以提出申诉，由操作员处理。',
    en: 'This account is banned for malicious complaints, which the platform cannot lift; its user can appeal, and an operator decides.',
  },
  appeal_open: {
    status: 409,
    zh: '已有一个等待处理的申诉，请等待结果。',
    en: 'An appeal is open already; wait for its decision.',
  },
  appeal_not_open: {
    status: 409,
    zh: '没有等待处理的申诉。',
    en: 'No appeal is open.',
  },
} as const satisfies Record<string, Problem>
