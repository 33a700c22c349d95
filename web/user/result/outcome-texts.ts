import type { Language } from '../../../shared/kernel/language.ts'
import { noResultTexts, type Told } from './no-result-texts.ts'
import type { Outcome } from './outcome.ts'

const zh: Readonly<Record<Outcome, Told>> = {
  awaiting_payment: {
    title: '等待付款',
    said: '信息已经收到，付款之后才开始核验。',
    todo: ['付款后通常几秒出结果。', '到时没有付款的，自动关闭，不扣款。', '已经付了款的，请等几秒，本页会自动更新。'],
  },
  payment_over: {
    title: '付款时间已过',
    said: '正在确认最后一刻有没有付款，大约一分钟。',
    todo: [
      '付了款的，会接着核验或者自动全额退回，不用申请。',
      '没有付款的，不会扣款，确认后可以重新提交，本页会自动更新。',
    ],
  },
  queued: {
    title: '已付款，等待核验',
    said: '付款已经收到，正在排队向运营商核验，通常几秒钟，繁忙时会久一些。',
    todo: [
      '可以关掉本页，结果不会丢：随时回到本页或“我的账号”查看。',
      '核验方繁忙或暂停时会稍后自动再试，不用重新付款。',
    ],
  },
  checking: {
    title: '正在核验',
    said: '正在请运营商核对姓名、证件号码和手机号，通常几秒钟。',
    todo: [
      '可以关掉本页，结果不会丢：随时回到本页或“我的账号”查看。',
      '得不到结果的，会自动结束并全额退款，不用申请。',
    ],
  },
  verified: {
    title: '实名认证通过',
    said: '姓名、证件号码和手机号一致，账号已完成实名认证。',
    todo: ['需要实名的功能现在就可以使用。'],
  },
  mismatch: {
    title: '核验结果：信息不一致',
    said: '运营商那里，这个手机号登记的不是这个姓名和证件号码。三项中至少有一项对不上，运营商没有说是哪一项。',
    todo: [
      '姓名：与身份证上的字完全一样，注意生僻字和“·”。',
      '证件号码：18 位逐位核对；换过证件号码的，运营商那里可能还是旧的。',
      '手机号：必须登记在您本人名下。家人或单位的号码不行；登记在谁名下，可以打运营商客服（移动 10086、联通 10010、电信 10000、广电 10099）询问。',
      '改正任何一项后，可以重新提交，另付一次费用。',
    ],
  },
  no_record: {
    title: '核验结果：查无记录',
    said: '运营商的登记里查不到这组信息，没有得出一致或不一致的结论。',
    todo: [
      '新办的手机号要过 3 到 10 个工作日才能查到。',
      '刚换过证件号码或姓名的，也要等登记更新。',
      '名下有另一个用了较久的手机号，可以用它提交。',
    ],
  },
  identity_in_use: {
    title: '该身份暂不能在本账号使用',
    said: '这次没有完成认证：该身份信息暂不能在本账号使用。',
    todo: ['再提交一次结果也一样，请不要重复付款。可以这样做：'],
  },
  expired: {
    title: '没有按时付款，本次认证已过期',
    said: '在规定时间内没有付款，这次没有进行核验。',
    todo: ['重新提交就可以，填写大约一分钟。', '如果在最后一刻付了款，会自动全额退回。'],
  },
  given_up: {
    title: '本次认证已取消',
    said: '您在付款前取消了这次认证，没有进行核验。',
    todo: ['随时可以重新提交。', '如果取消后仍付了款，会自动全额退回。'],
  },
  wrong_amount: {
    title: '付款金额不对，本次认证已结束',
    said: '收到的金额与应付的不一样，没有进行核验。',
    todo: ['重新提交，并按页面上的金额付款。'],
  },
  banned: {
    title: '账号已停用，本次认证已结束',
    said: '账号被停用，没有进行核验。',
    todo: ['对停用有异议的，可以在“我的账号”里申诉，由人工处理。', '停用期间付了的款，会全部自动退回。'],
  },
  data_just_checked: {
    title: '相同的信息刚刚核验过',
    said: '同样的姓名、证件号码和手机号不久前刚核验过，再核验也不会有新的结果，所以没有进行。',
    todo: ['先向运营商确认手机号登记在谁名下。', '改正任何一项后，可以重新提交。'],
  },
  ...noResultTexts.zh,
}

const en: Readonly<Record<Outcome, Told>> = {
  awaiting_payment: {
    title: 'Waiting for your payment',
    said: 'Your data is here. The check begins once it is paid.',
    todo: [
      'The result usually comes within seconds after paying.',
      'If it is not paid in time it is closed, and nothing is charged.',
      'If you have paid, wait a few seconds; this page follows by itself.',
    ],
  },
  payment_over: {
    title: 'The time to pay is over',
    said: 'We are making sure that nothing was paid at the last moment. It takes about a minute.',
    todo: [
      'If you paid, the check goes on or all of it goes back; you need not ask.',
      'If you did not, nothing is charged, and you can submit again once that is certain; this page follows by itself.',
    ],
  },
  queued: {
    title: 'Paid, waiting for the check',
    said: 'Your payment has arrived, and the carrier is about to be asked. This usually takes seconds, longer while it is busy.',
    todo: [
      'You may close this page: the result is kept, here and in your account.',
      'While the checking service is busy or paused we try again by ourselves; do not pay again.',
    ],
  },
  checking: {
    title: 'Being checked',
    said: 'The carrier is comparing name, ID number and mobile number. This usually takes seconds.',
    todo: [
      'You may close this page: the result is kept, here and in your account.',
      'If there is no result, this ends by itself and everything goes back; there is nothing to apply for.',
    ],
  },
  verified: {
    title: 'You are verified',
    said: 'Name, ID number and mobile number belong together, and this account is verified.',
    todo: ['Everything that needs it can be used now.'],
  },
  mismatch: {
    title: 'Result: the data does not match',
    said: 'The carrier has this mobile number under another name or ID number. At least one of the three differs; the carrier does not say which.',
    todo: [
      'Name: exactly as on the ID card; mind rare characters and the “·”.',
      'ID number: compare all 18 characters; if yours was changed, the carrier may still have the old one.',
      'Mobile number: it has to be in your own name, not a relative’s or employer’s. The carrier tells in whose name it is (China Mobile 10086, Unicom 10010, Telecom 10000, Broadnet 10099).',
      'With any of them corrected you can submit again; it is paid anew.',
    ],
  },
  no_record: {
    title: 'Result: no record found',
    said: 'The carrier has no record of these data, so they neither match nor differ.',
    todo: [
      'A new number can be found only after 3 to 10 working days.',
      'After a change of ID number or name, the register needs time, too.',
      'If another number has been in your name for longer, you can submit with that one.',
    ],
  },
  identity_in_use: {
    title: 'This identity cannot be used on this account',
    said: 'You were not verified: this identity cannot be used on this account at present.',
    todo: ['Submitting once more would end the same way; do not pay again. What you can do:'],
  },
  expired: {
    title: 'Not paid in time, so this has expired',
    said: 'It was not paid in time, and nothing was checked.',
    todo: [
      'Submit again; it takes about a minute.',
      'If you paid at the very last moment, all of it goes back by itself.',
    ],
  },
  given_up: {
    title: 'This verification was given up',
    said: 'You gave it up before paying, and nothing was checked.',
    todo: ['You can submit again at any time.', 'If you paid all the same, all of it goes back by itself.'],
  },
  wrong_amount: {
    title: 'The amount was not the right one',
    said: 'What was paid is not what was asked for, so nothing was checked.',
    todo: ['Submit again, and pay the amount on the page.'],
  },
  banned: {
    title: 'The account is banned, so this has ended',
    said: 'The account was banned, and nothing was checked.',
    todo: [
      'If that is wrong, you can appeal on your account page; a person decides.',
      'Whatever was paid meanwhile goes back by itself.',
    ],
  },
  data_just_checked: {
    title: 'The same data was checked just now',
    said: 'The same name, ID number and mobile number were checked a short while ago. Asking again would tell nothing new, so it was not done.',
    todo: ['Ask the carrier in whose name the number is.', 'With any of them corrected you can submit again.'],
  },
  ...noResultTexts.en,
}

/** What is said of each outcome. */
export const outcomeTexts: Readonly<Record<Language, Readonly<Record<Outcome, Told>>>> = { zh, en }
