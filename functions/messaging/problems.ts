import type { Problem } from '../../shared/kernel/problems.ts'

/** Messages and outgoing channels. `legacyCode` is what pushplus answers in its place. */
export const messagingProblems = {
  message_too_long: {
    status: 400,
    legacyCode: 999,
    zh: '标题或内容过长，请缩短。',
    en: 'Title or content is too long; shorten it.',
  },
  message_empty: {
    status: 400,
    legacyCode: 999,
    zh: '发送内容不能为空，请在 content 中填写文本。',
    en: 'Content must be a text that is not empty.',
  },
  title_line_break: {
    status: 400,
    legacyCode: 999,
    zh: '标题应为一行，不能换行。',
    en: 'A title is one line.',
  },
  wrong_encoding: {
    status: 400,
    legacyCode: 999,
    zh: '请求不是 UTF-8 编码（例如 GBK），请用 UTF-8 发送。',
    en: 'The request is not UTF-8 (GBK, for example); send it as UTF-8.',
  },
  multipart_unsupported: {
    status: 415,
    legacyCode: 999,
    zh: '不支持 multipart 表单，请用 JSON 或 application/x-www-form-urlencoded 发送。',
    en: 'Multipart forms are not supported; send JSON or application/x-www-form-urlencoded.',
  },
  wire_extra_unsupported: {
    status: 400,
    legacyCode: 999,
    zh: '暂不支持 callbackUrl 和 pre 参数，请去掉后再发送。',
    en: 'Leave out callbackUrl and pre, which are not supported.',
  },
  duplicate_message: {
    status: 429,
    legacyCode: 999,
    waits: true,
    zh: '请勿频繁推送相同内容。',
    en: 'The same content was sent too often.',
  },
  send_burst: {
    status: 429,
    legacyCode: 999,
    waits: true,
    zh: '发送过快，请稍后再试。',
    en: 'Sending too fast; slow down.',
  },
  send_quota_reached: {
    status: 429,
    legacyCode: 900,
    waits: true,
    zh: '今日发送次数已用完，请明天再试。',
    en: 'The daily sending limit is reached; try again tomorrow.',
  },
  channel_unknown: {
    status: 400,
    legacyCode: 999,
    zh: '没有这个发送渠道，请换一个。',
    en: 'There is no such channel; choose another.',
  },
  one_channel_only: {
    status: 400,
    legacyCode: 999,
    zh: '一次只能发到一个渠道，请每个渠道各发一次。',
    en: 'A message goes to one channel at a time; send once for each.',
  },
  channel_not_configured: {
    status: 422,
    legacyCode: 999,
    zh: '该渠道尚未配置，请先用 PUT /v1/channels/{code} 配置，或填写已配置渠道的编码。',
    en: 'This channel is not configured yet: set it up by PUT /v1/channels/{code}, or give the code of one that is.',
  },
  channel_limit_reached: {
    status: 409,
    zh: '渠道数量已达上限，请先删除不用的渠道。',
    en: 'The limit of channels is reached; delete one first.',
  },
  template_unknown: {
    status: 400,
    legacyCode: 999,
    zh: '不支持该模板，请换一个。',
    en: 'This template is not supported; choose another.',
  },
  recipients_unsupported: {
    status: 422,
    legacyCode: 999,
    zh: '暂不支持向群组或好友发送，请去掉 topic 和 to 参数。',
    en: 'Sending to groups or friends is not supported yet; leave out topic and to.',
  },
  timestamp_invalid: {
    status: 400,
    legacyCode: 999,
    zh: '参数 timestamp 应为毫秒时间戳（最多 15 位数字）。',
    en: 'A timestamp is in milliseconds, of at most 15 digits.',
  },
  invalid_channel_code: {
    status: 400,
    zh: '渠道编码应为 1 到 32 个小写字母、数字或连字符。',
    en: 'The code of a channel has 1 to 32 lower-case letters, digits and hyphens.',
  },
  message_expired: {
    status: 422,
    legacyCode: 999,
    zh: '已超过 timestamp 指定的时间，消息未发送；请填写将来的时间，或不填。',
    en: 'The time given as timestamp has passed, so the message was not sent; give a later one, or none.',
  },
  channel_address_refused: {
    status: 400,
    zh: '地址应为公网 https 地址（默认端口 443），不能是内网、本机、保留域名或带账号密码。',
    en: 'The address must be public https on an allowed port (443): not private, local, of a reserved name or with credentials.',
  },
} as const satisfies Record<string, Problem>
