import { texts } from '../../shared/texts/texts.ts'

export const listTexts = texts(
  {
    title: '订单',
    lead: '按打开日期（北京时间）列出走到某一步的订单，现在的状态；与统计页漏斗里的数字一致。不含身份信息。',
    from: '从',
    to: '到',
    stage: '走到',
    good: '买的是',
    all: '全部',
    offer: '套餐',
    amount: '金额',
    channel: '渠道',
    outcome: '结果',
    createdAt: '下单',
    id: '订单号',
    none: '这段时间没有这样的订单。',
  },
  {
    title: 'Orders',
    lead: 'Orders by the Beijing day they were opened, that came at least so far, as they stand now: those that the funnel counts. No identity.',
    from: 'From',
    to: 'To',
    stage: 'Came to',
    good: 'Bought',
    all: 'All',
    offer: 'Offer',
    amount: 'Amount',
    channel: 'Channel',
    outcome: 'Outcome',
    createdAt: 'Opened',
    id: 'Order',
    none: 'There is no such order in these days.',
  },
)

/** How far an order came. */
export const stageWords = texts(
  { opened: '打开', begun: '开始付款', paid: '付款成功', decided: '有结果' },
  { opened: 'Opened', begun: 'Payment begun', paid: 'Paid', decided: 'Decided' },
)

/** How an order ended. */
export const outcomeWords = texts(
  {
    open: '未结束',
    match: '一致',
    mismatch: '不一致',
    no_record: '查无记录',
    identity_in_use: '身份已在别处实名',
    undetermined: '没有结果',
    delivered: '已发放',
    cancelled: '用户取消',
    expired: '超时未付',
    stopped: '已停止',
    returned: '已退回',
  },
  {
    open: 'Not ended',
    match: 'Match',
    mismatch: 'Mismatch',
    no_record: 'No record',
    identity_in_use: 'Verified elsewhere',
    undetermined: 'No result',
    delivered: 'Delivered',
    cancelled: 'Cancelled',
    expired: 'Expired',
    stopped: 'Stopped',
    returned: 'Returned',
  },
)
