import type { IdentityDocument } from 'shiming-client'
import { texts } from '../../shared/texts/texts.ts'

type Words = Readonly<Record<NonNullable<IdentityDocument['reason'] | IdentityDocument['remedy']>, string>>

/** Why a check of a card proved nothing, and what may help. */
export const reasonTexts = texts<Words>(
  {
    data_differ: '核验机构表示，证件上的姓名与号码不一致。常见原因：改过姓名而登记还没有更新。',
    no_record: '核验机构查不到这个证件。常见于刚办理、刚迁移户口，或现役军人。',
    identity_in_use: '这个身份已经在别的账号上完成实名，不能在本账号使用。',
    identity_changed: '核验期间账号的实名变了，这次没有结果。',
    document_expired: '证件在核验得出结果之前已过有效期。请使用换领后的新证件。',
    data_unsupported: '核验服务不接受证件上的姓名或号码。',
    data_just_checked: '相同的证件刚核验过。',
    vendor_unavailable: '核验服务暂时不可用，没有核验。',
    result_unknown: '核验服务没有答复，不知道结果；我们不会再用同样的信息查询一次。',
    service_fault: '我们的服务出错，没有得到结果。',
    vendor_daily_limit: '这个证件今天的核验次数已用完。',
    vendor_refused: '核验服务没有接受这次核验。',
    take_again: '请重新拍摄，再提交一次。',
    later: '不是您的问题，照片仍在：请稍后再提交一次，一般不用重拍。',
    ask_a_person: '请改由人工核验。',
  },
  {
    data_differ:
      'The agency says that name and number on the card do not belong together. Often a name was changed and is not on record there yet.',
    no_record:
      'The agency finds no such card. That happens with new ones, after moving a household registration, and in military service.',
    identity_in_use: 'This person is verified on another account, so that the card cannot be used here.',
    identity_changed: 'The account was verified as somebody else meanwhile, so there is no result.',
    document_expired: 'The card was over before there was a result. Use the new one.',
    data_unsupported: 'Name or number on the card were not accepted.',
    data_just_checked: 'The same card was checked just now.',
    vendor_unavailable: 'The check is out of order for now; nothing was checked.',
    result_unknown: 'No answer came, so that nobody knows the result; we do not ask about the same a second time.',
    service_fault: 'Something went wrong on our side, and there is no result.',
    vendor_daily_limit: 'This card cannot be checked again today.',
    vendor_refused: 'The check was not accepted.',
    take_again: 'Photograph it again, and hand it in once more.',
    later: 'It was not your fault. Hand it in again later.',
    ask_a_person: 'Have a person look at it instead.',
  },
)
