import { texts } from '../../shared/texts/texts.ts'

/** The deed that settles a difference, as it is asked. */
export const settlingDeedTexts = texts(
  {
    act: '操作',
    settle: '了结',
    name: (amount: string) => `了结 ${amount} 的差异`,
    confirm: (amount: string) => `申请了结 ${amount}`,
    consequence: '请另一位同事批准；批准前什么都不变。',
    approved: '批准后立即记账，不能撤销。请先弄清这笔钱的来去，再选怎样了结。',
    way: '怎样了结',
    wayHint: '只列出这种差异可以用的方式。',
    wayMissing: '请选择怎样了结',
    other: (day: string, number: string) => `${day} 的 ${number}`,
    matchWith: (other: string) => `与 ${other} 对冲`,
    askedFor: '已提出申请，等另一位同事批准；在“待批准”里可以看到。',
    pending: '等待批准',
    checked: '已与渠道核对',
    refundedThere: '已在渠道商户后台退回付款人',
    noPayer: '渠道也查不到付款人',
    settledAs: (way: string) => `已了结：${way}`,
  },
  {
    act: 'Deed',
    settle: 'Settle',
    name: (amount: string) => `Settle a difference of ${amount}`,
    confirm: (amount: string) => `Ask to settle ${amount}`,
    consequence: 'Ask a second person to approve it; nothing changes before that.',
    approved:
      'Once approved it is booked at once and cannot be undone. Find out first where this money came from and went.',
    way: 'How',
    wayHint: 'Only ways that are open to this difference.',
    wayMissing: 'Choose how it is settled',
    other: (day: string, number: string) => `${number} of ${day}`,
    matchWith: (other: string) => `Match it with ${other}`,
    askedFor: 'Asked for; somebody else has to approve it, under To approve.',
    pending: 'To approve',
    checked: 'Checked with the channel',
    refundedThere: 'Given back to the payer at the merchant site',
    noPayer: 'The channel knows no payer either',
    settledAs: (way: string) => `Settled: ${way}`,
  },
)
