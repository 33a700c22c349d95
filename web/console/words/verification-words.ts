import { texts } from '../../shared/texts/texts.ts'

/** How far a verification is. */
export const verificationWords = texts(
  {
    awaiting_payment: '等待付款',
    queued: '排队核验',
    checking: '核验中',
    verified: '一致',
    mismatch: '不一致',
    no_record: '查无记录',
    identity_in_use: '已在别的账号实名',
    undetermined: '没有结果',
    cancelled: '已取消',
    expired: '已过期',
  },
  {
    awaiting_payment: 'To be paid',
    queued: 'To be checked',
    checking: 'Being checked',
    verified: 'Match',
    mismatch: 'Mismatch',
    no_record: 'No record',
    identity_in_use: 'Verified on another account',
    undetermined: 'No result',
    cancelled: 'Cancelled',
    expired: 'Expired',
  },
)
