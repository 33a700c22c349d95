import { texts } from '../../shared/texts/texts.ts'

export const reconciliationTexts = texts(
  {
    title: '对账',
    lead: '每个渠道每天的账单和我们的账本核对的结果，最新的在前。',
    none: '这个渠道还没有对过账。',
    day: '日期（北京）',
    channel: '渠道',
    status: '状态',
    differences: '差异',
    unexplained: '没有解释的金额',
    paid: '账单收款',
    refunded: '账单已退款',
    fee: '渠道手续费',
    settled: '渠道结算',
    rows: '账单行数',
    finishedAt: '对账完成',
    fileName: '账单文件',
    fileSha: '文件 SHA-256',
    setAside: '不是我们的行',
    setAsideTold: (trade: number, account: number) => `交易账单 ${trade} 行，资金账单 ${account} 行`,
    notYet: '还没有对过：账单下来后自动对账。',
    kind: '差在哪里',
    state: '处理',
    outcome: '结果',
    there: '账单金额',
    here: '账本金额',
    at: '时间',
    order: '订单',
    number: '单号',
    noDifference: '这一天没有差异。',
    noSetAside: '没有被搁置的行。',
    because: '为什么搁置',
    business: '业务类型',
    bill: '账单',
    row: '行',
    amount: '金额',
    rerun: '重新对账',
    rerunConfirm: '重新对这一天',
    rerunMore: (day: string, channel: string) => `重新下载${channel} ${day} 的账单，和现在的账本再对一遍。`,
    rerunSafe: '已经处理过的差异不变；自动能解释的会自动入账，账单上没有的会再向渠道查一次。不会重复动钱。',
    rerunDone: '已开始重新对账，稍后刷新看结果。',
    billCame: '渠道补发了账单',
    dealtWith: '差异已处理，再对一遍',
  },
  {
    title: 'Reconciliation',
    lead: 'What each bill of a channel and our ledger said of a day, the newest first.',
    none: 'No day of this channel was held against the ledger yet.',
    day: 'Day (Beijing)',
    channel: 'Channel',
    status: 'State',
    differences: 'Differences',
    unexplained: 'Not explained',
    paid: 'Paid by the bill',
    refunded: 'Given back by the bill',
    fee: "Channel's charge",
    settled: 'Paid out',
    rows: 'Rows of the bill',
    finishedAt: 'Done',
    fileName: 'Bill',
    fileSha: 'SHA-256 of the file',
    setAside: 'Rows that are not ours',
    setAsideTold: (trade: number, account: number) => `${trade} of payments, ${account} of the account`,
    notYet: 'Not yet: it happens by itself once the bill is there.',
    kind: 'What differs',
    state: 'State',
    outcome: 'Outcome',
    there: 'By the bill',
    here: 'By the ledger',
    at: 'Time',
    order: 'Order',
    number: 'Number',
    noDifference: 'No difference on this day.',
    noSetAside: 'No row was set aside.',
    because: 'Why set aside',
    business: 'Kind',
    bill: 'Bill',
    row: 'Row',
    amount: 'Amount',
    rerun: 'Hold it against the ledger again',
    rerunConfirm: 'Do that day again',
    rerunMore: (day: string, channel: string) =>
      `Fetch the bill of ${channel} of ${day} once more and hold it against the ledger of now.`,
    rerunSafe:
      'What was dealt with stays as it is; what explains itself is booked, and the channel is asked again about what its bill does not have. No money moves twice.',
    rerunDone: 'It has begun; reload in a moment to see what came of it.',
    billCame: 'The channel sent its bill again',
    dealtWith: 'The difference was dealt with',
  },
)

/** Whether a day was held against the ledger. */
export const runWords = texts({ due: '等账单', done: '已对账' }, { due: 'Waits for the bill', done: 'Done' })

/** In which way bill and ledger differ. */
export const differenceWords = texts(
  {
    payment_missing_here: '账单有收款，账本没有',
    payment_amount: '收款金额不同',
    payment_missing_there: '账本有收款，账单没有',
    refund_missing_here: '账单有退款，账本没有',
    refund_amount: '退款金额不同',
    refund_missing_there: '账本有退款，账单没有',
  },
  {
    payment_missing_here: 'A payment of the bill is not in the ledger',
    payment_amount: 'Another amount paid',
    payment_missing_there: 'A payment of the ledger is not in the bill',
    refund_missing_here: 'A refund of the bill is not in the ledger',
    refund_amount: 'Another amount given back',
    refund_missing_there: 'A refund of the ledger is not in the bill',
  },
)

/** How a difference stands. */
export const differenceStateWords = texts(
  { open: '需要人工', waiting: '等次日账单', explained: '已解释', settled: '已了结' },
  {
    open: 'Needs a person',
    waiting: "Waits for the next day's bill",
    explained: 'Explained',
    settled: 'Settled',
  },
)

/** Why a row of a bill was set aside. */
export const setAsideWords = texts(
  { not_ours: '不是本系统的单号', unknown_kind: '不认识的业务类型', unreadable: '读不懂' },
  { not_ours: 'No number of ours', unknown_kind: 'An unknown kind', unreadable: 'Cannot be read' },
)

/** Which bill. */
export const billWords = texts({ trade: '交易账单', account: '资金账单' }, { trade: 'Payments', account: 'Account' })
