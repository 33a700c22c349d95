import { texts } from '../../shared/texts/texts.ts'

/** How an application ended, and what can be done next. */
export const resultTexts = texts(
  {
    resultCertified: (name: string) => `应用已认证，名称为“${name}”`,
    resultKept: (name: string) => `应用已认证，名称仍为“${name}”`,
    certificateMore: '应用有了一张证书，编号公开，任何人都可以凭它核验。请把它放进应用。',
    namingRefused: '命名审核没有通过',
    resultRefused: '资质审核没有通过',
    endWithdrawn: '您撤回了这件申请。缴过费而还没有人处理的，费用全额退回。',
    endConfirmation: '24 小时内没有确认，申请自动结束，没有产生费用。可以重新申请，先前的材料要重新上传。',
    endPayment: '24 小时内没有缴费，申请自动结束，没有产生费用。可以重新申请。',
    endCorrection: '没有在期限内补正，申请已结束，审核服务费不退。可以重新申请。',
    endReversed: '支付渠道自行退回了审核服务费，申请因此结束。可以重新申请。',
    endDraft: '草稿放了太久，已自动结束，没有产生费用。',
    appeal: '申诉：请其他人员复核',
    appealMore: '认为结果有误，可以申诉一次，由另外的审核人员复核，不收费。',
  },
  {
    resultCertified: (name: string) => `The app is certified, and called “${name}”`,
    resultKept: (name: string) => `The app is certified, and still called “${name}”`,
    certificateMore:
      'The app has a certificate; its number is public, and anybody can look it up. Put it into the app.',
    namingRefused: 'The name was refused',
    resultRefused: 'The applicant was not found qualified',
    endWithdrawn: 'You took it back. A fee that was paid goes back whole where nobody had looked at it.',
    endConfirmation:
      'It was not confirmed within 24 hours, and has ended by itself; it cost nothing. You can apply anew; pictures have to be uploaded again.',
    endPayment: 'It was not paid within 24 hours, and has ended by itself; it cost nothing. You can apply anew.',
    endCorrection: 'It was not corrected in time and is over; the fee does not go back. You can apply anew.',
    endReversed: 'The payment channel gave its fee back by itself, so that it is over. You can apply anew.',
    endDraft: 'The draft was left for too long and has ended by itself; it cost nothing.',
    appeal: 'Appeal: have others look at it',
    appealMore: 'If you think this is wrong you can appeal once; other people look at it, free of charge.',
  },
)
