import type { Language } from '../../../shared/kernel/language.ts'
import type { Outcome } from './outcome.ts'

/**
 * What is said of an outcome, but for money and times, which the service tells: in the heading, in one sentence, and what can be done.
 */
export type Told = { title: string; said: string; todo: readonly string[] }

/** The check was paid for and led to no result: everything goes back. */
type NoResult = Extract<
  Outcome,
  | 'result_unknown'
  | 'vendor_unavailable'
  | 'service_fault'
  | 'vendor_daily_limit'
  | 'vendor_refused'
  | 'number_unsupported'
  | 'data_unsupported'
>

const zh: Readonly<Record<NoResult, Told>> = {
  result_unknown: {
    title: '这次没有得到结果',
    said: '向运营商核验时通信中断，不知道结果。为了不让您被重复收费，这次不再重试。',
    todo: ['这不是您的信息有误，也不占用每天的核验次数。'],
  },
  vendor_unavailable: {
    title: '核验服务暂时不可用',
    said: '核验方多次没有答复，这次没有得到结果。',
    todo: ['这不是您的信息有误，也不占用每天的核验次数。'],
  },
  service_fault: {
    title: '我们的服务出了故障',
    said: '因为我们的故障，这次没有得到结果。',
    todo: ['这不是您的信息有误，也不占用每天的核验次数。'],
  },
  vendor_daily_limit: {
    title: '这组信息今天不能再核验',
    said: '核验方今天不再接受这组信息，这次没有得到结果。',
    todo: ['这不占用每天的核验次数。'],
  },
  vendor_refused: {
    title: '核验方没有受理',
    said: '核验方没有受理这组信息，也没有说明原因，这次没有得到结果。',
    todo: ['这不占用每天的核验次数。', '再次不受理的，可以由人工核验证件。'],
  },
  number_unsupported: {
    title: '这个手机号段暂不能核验',
    said: '核验方不支持这个号段（手机号的前几位，例如部分虚拟运营商的号码），没有得到结果。',
    todo: ['名下有其他号段的手机号，可以用它提交。', '没有的，可以由人工核验证件。'],
  },
  data_unsupported: {
    title: '这组信息不能自动核验',
    said: '核验方不能处理这样写的姓名或证件号码（例如生僻字），没有得到结果。',
    todo: ['核对姓名的写法与身份证完全一致；改正后可以提交。', '写法没有错的，可以由人工核验证件，不收费。'],
  },
}

const en: Readonly<Record<NoResult, Told>> = {
  result_unknown: {
    title: 'There is no result',
    said: 'The connection to the carrier broke off, so the result is not known. It is not asked twice, so that nobody pays twice.',
    todo: ['Your data is not to blame, and this takes none of your checks of the day.'],
  },
  vendor_unavailable: {
    title: 'The checking service is not available',
    said: 'It did not answer, several times, so there is no result.',
    todo: ['Your data is not to blame, and this takes none of your checks of the day.'],
  },
  service_fault: {
    title: 'We had a fault',
    said: 'There is no result, and the fault is ours.',
    todo: ['Your data is not to blame, and this takes none of your checks of the day.'],
  },
  vendor_daily_limit: {
    title: 'These data cannot be checked again today',
    said: 'The checking service takes these data no more today, so there is no result.',
    todo: ['This takes none of your checks of the day.'],
  },
  vendor_refused: {
    title: 'The checking service refused',
    said: 'It did not take these data and did not say why, so there is no result.',
    todo: [
      'This takes none of your checks of the day.',
      'If it is refused once more, a person can look at your papers.',
    ],
  },
  number_unsupported: {
    title: 'Numbers of this kind cannot be checked',
    said: 'The checking service does not know this kind of number (some virtual carriers, for example), so there is no result.',
    todo: [
      'If you have a number of another kind in your name, you can submit with it.',
      'If not, a person can look at your papers.',
    ],
  },
  data_unsupported: {
    title: 'These data cannot be checked automatically',
    said: 'The checking service cannot read a name or number written like this (rare characters, for example), so there is no result.',
    todo: [
      'Compare the name with the ID card; with a correction you can submit.',
      'If it is written as on the card, a person can look at your papers; it costs nothing.',
    ],
  },
}

/** What is said where a check led to no result. */
export const noResultTexts: Readonly<Record<Language, Readonly<Record<NoResult, Told>>>> = { zh, en }
