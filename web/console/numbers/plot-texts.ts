import { texts } from '../../shared/texts/texts.ts'

/** What each plot is called, says of itself, and says where there is nothing. */
export const plotTexts = {
  results: texts(
    { title: '核验结果', lead: '对身份核验供应商的每次调用有什么答复。', empty: '这段时间没有调用过核验供应商。' },
    {
      title: 'Results of checks',
      lead: 'What identity vendors answered to each call.',
      empty: 'No identity vendor was called in these days.',
    },
  ),
  latency: texts(
    {
      title: '核验调用耗时',
      lead: '一半的调用在 p50 之内，95% 在 p95 之内。',
      empty: '这段时间没有调用过核验供应商。',
    },
    {
      title: 'Time of calls',
      lead: 'Half of the calls took no longer than p50, nineteen in twenty no longer than p95.',
      empty: 'No identity vendor was called in these days.',
    },
  ),
  spend: texts(
    {
      title: '供应商花费与每日上限',
      lead: '记入当天额度的花费；横线为上限。',
      empty: '这段时间没有记入额度的花费。',
      limit: '上限',
    },
    {
      title: 'Spend against the limit of a day',
      lead: 'What was booked against the limit; the line across is the limit.',
      empty: 'Nothing was booked against a limit in these days.',
      limit: 'Limit',
    },
  ),
  breakers: texts(
    {
      title: '供应商熔断',
      lead: '多少次暂停调用某个供应商，以及为什么。',
      empty: '这段时间没有熔断，很好。',
    },
    {
      title: 'Pauses of vendors',
      lead: 'How often a vendor was not to be asked for a while, and why.',
      empty: 'No vendor was paused in these days. Good.',
    },
  ),
  gate: texts(
    {
      title: '门禁拒绝（905）',
      lead: '未实名的发消息和充值请求每天被拒绝多少次，以及为什么。按请求数，不按人数。',
      empty: '这段时间门禁没有拒绝过请求。',
    },
    {
      title: 'Refused by the gate (905)',
      lead: 'How many calls to send or recharge were refused, and why. Calls are counted, not people.',
      empty: 'The gate refused no call in these days.',
    },
  ),
  alarms: texts(
    {
      title: '告警时长',
      lead: '每天哪些告警响了、共响多久。名称是告警页上的名称。',
      empty: '这段时间没有告警，很好。',
    },
    {
      title: 'Alarms',
      lead: 'Which alarms rang on each day and for how long, by the names they have on the page of alarms.',
      empty: 'No alarm rang in these days. Good.',
    },
  ),
  texts: texts(
    {
      title: '短信送达',
      lead: '交给短信供应商的每条验证码短信后来怎样。回执只在用户等待时查询，因此“已交出”的多数其实已送到。',
      empty: '这段时间没有发过短信。',
    },
    {
      title: 'Texts with codes',
      lead: 'What became of each text that a vendor was given. Carriers are asked only where somebody waits, so most that were only sent did arrive.',
      empty: 'No text was sent in these days.',
    },
  ),
  textTime: texts(
    {
      title: '短信送达耗时',
      lead: '从交给供应商到手机收到，限于查过回执的短信。',
      empty: '这段时间没有查到送达的短信。',
    },
    {
      title: 'Time of texts',
      lead: 'From when the vendor was given a text to when it was on the phone, of those whose carrier was asked.',
      empty: 'No carrier told of a delivery in these days.',
    },
  ),
  refunds: texts(
    { title: '退款', lead: '每天新欠的和退出的金额。', empty: '这段时间没有退款。' },
    {
      title: 'Refunds',
      lead: 'What came to be owed and what went out on each day.',
      empty: 'No refund in these days.',
    },
  ),
  refundTime: texts(
    { title: '退款耗时', lead: '从欠款到退款成功。', empty: '这段时间没有退款。' },
    {
      title: 'Time of refunds',
      lead: 'From when they were owed to when the payer had them.',
      empty: 'No refund in these days.',
    },
  ),
  complaints: texts(
    { title: '投诉', lead: '按投诉打开的日期：按时答复、超时答复，还是尚未答复。', empty: '这段时间没有投诉。' },
    {
      title: 'Complaints',
      lead: 'By the day they were opened: answered in time, late, or not yet.',
      empty: 'No complaint in these days.',
    },
  ),
  money: texts(
    { title: '收款与退款', lead: '渠道实际收到的钱和退回的钱，与账本一分不差。', empty: '这段时间没有收款。' },
    {
      title: 'Money in and back',
      lead: 'What the channels took and gave back; equal to the ledger to the fen.',
      empty: 'Nobody paid in these days.',
    },
  ),
}

/** What plots tell apart, by the words of the measures. */
export const seriesWords = texts(
  {
    p50: 'p50',
    p95: 'p95',
    match: '一致',
    mismatch: '不一致',
    no_record: '查无记录',
    refused: '拒答',
    unknown: '结果不明',
    not_executed: '没有执行',
    spent: '花费',
    answered: '已填回验证码',
    delivered: '已送达',
    sent: '已交出',
    in_doubt: '可能已交出',
    undelivered: '没有送达',
    not_taken: '供应商未接受',
    owed: '新欠',
    channel: '经渠道退回',
    by_hand: '人工另行退回',
    in_time: '按时答复',
    late: '超时答复',
    unanswered: '尚未答复',
    never_verified: '从未实名',
    sending_paused: '暂停发送中',
    evidence_ended: '实名已失效',
    evidence_too_old: '实名太久',
    level_too_low: '等级不够',
    banned: '已封禁',
    others: '其他',
    refused_again: '再试仍拒绝',
    unusable: '无法调用',
    paid_in: '收款',
    paid_back: '退款',
  },
  {
    p50: 'p50',
    p95: 'p95',
    match: 'Match',
    mismatch: 'Mismatch',
    no_record: 'No record',
    refused: 'Refused',
    unknown: 'Unknown',
    not_executed: 'Not executed',
    spent: 'Spent',
    answered: 'Code typed in',
    delivered: 'Delivered',
    sent: 'Sent',
    in_doubt: 'Possibly sent',
    undelivered: 'Not delivered',
    not_taken: 'Not taken by the vendor',
    owed: 'Newly owed',
    channel: 'Out by the channel',
    by_hand: 'Out another way',
    in_time: 'Answered in time',
    late: 'Answered late',
    unanswered: 'Not answered yet',
    never_verified: 'Never verified',
    sending_paused: 'Sending paused',
    evidence_ended: 'Evidence ended',
    evidence_too_old: 'Evidence too old',
    level_too_low: 'Level too low',
    banned: 'Banned',
    others: 'Others',
    refused_again: 'Refused again',
    unusable: 'Not usable',
    paid_in: 'In',
    paid_back: 'Back',
  },
)
