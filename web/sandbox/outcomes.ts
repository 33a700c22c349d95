import { texts } from '../shared/texts/texts.ts'

/** What comes out for the people of each outcome, in the order of the catalogue. */
export const outcomeTexts = texts(
  {
    match: '核验一致',
    mismatch: '核验不一致',
    no_record: '查无记录',
    vendor_busy: '核验服务一直繁忙',
    timeout_after_sending: '核验服务不答复',
    unsupported_segment: '号段不支持',
    daily_limit: '当日次数已满',
    alibaba_cloud_only: '号段只有阿里云支持',
    needs_review: '证件要由人工核验',
    matchMore: '实名成功，核验费不退。',
    mismatchMore: '核验费不退；买了会员的，会员费余额退回。',
    no_recordMore: '全部退回。',
    vendor_busyMore: '没有结果，全部退回。',
    timeout_after_sendingMore: '没有结果，全部退回。',
    unsupported_segmentMore: '没有结果，全部退回；以后付款前就会提示。',
    daily_limitMore: '没有结果，全部退回。',
    alibaba_cloud_onlyMore: '接入阿里云则实名成功；只接入腾讯云则没有结果，全部退回。',
    needs_reviewMore: '付款前就会说明，不收费。',
  },
  {
    match: 'Match',
    mismatch: 'Mismatch',
    no_record: 'No record',
    vendor_busy: 'The check is always busy',
    timeout_after_sending: 'The check never answers',
    unsupported_segment: 'Numbers of this kind cannot be checked',
    daily_limit: 'Checked too often today',
    alibaba_cloud_only: 'Only Alibaba Cloud can check the number',
    needs_review: 'Only a person can check the document',
    matchMore: 'Verified; the fee is kept.',
    mismatchMore: 'The fee is kept; of a membership the rest comes back.',
    no_recordMore: 'Everything comes back.',
    vendor_busyMore: 'No result; everything comes back.',
    timeout_after_sendingMore: 'No result; everything comes back.',
    unsupported_segmentMore: 'No result; everything comes back, and from then on it is said before paying.',
    daily_limitMore: 'No result; everything comes back.',
    alibaba_cloud_onlyMore:
      'Verified where Alibaba Cloud is asked too; with Tencent Cloud alone no result, and everything comes back.',
    needs_reviewMore: 'It is said before paying; nothing is charged.',
  },
)

export const outcomes = [
  'match',
  'mismatch',
  'no_record',
  'vendor_busy',
  'timeout_after_sending',
  'unsupported_segment',
  'daily_limit',
  'alibaba_cloud_only',
  'needs_review',
] as const

export type Outcome = (typeof outcomes)[number]
