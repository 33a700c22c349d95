import type { Problem } from '../../shared/kernel/problems.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { verifyFirst } from '../verification/next-steps.ts'
import { PUBLIC_CODE } from './unreadable.ts'

/** The way beside every photo, which `comesNext` names after three. */
const byPeople = {
  step: 'hand_in_papers',
  zh: '由人工核验证件',
  en: 'Have a person look at your papers',
  page: '/papers',
} as const

/** Reading photos of identity cards, and having an authority asked about one. Nothing of them costs anything. */
export const documentProblems = {
  document_unreadable: {
    status: 422,
    legacyCode: PUBLIC_CODE,
    members: {
      side: { type: 'string', always: true, is: 'Which side it is about: `front` or `back`.' },
      reason: {
        type: 'string',
        always: true,
        is: 'Why the photo cannot be used: a word of the closed list in docs/documents.md.',
      },
      advice: {
        type: 'string',
        always: true,
        is: 'What is wrong with it and what to do, in the language that was asked for.',
      },
      failures: {
        type: 'integer',
        always: true,
        is: 'How many photos of this account could not be used today, this one among them.',
      },
      comesNext: {
        type: 'string',
        always: true,
        is: '`again`: a better photo. `review`: it was tried three times, and a person looks instead.',
      },
    },
    zh: '身份证照片识别失败。请确保证件清晰、边框完整，避免强光照射，按提示重新拍摄。',
    en: 'The photo of the card cannot be used. Keep the card sharp and whole, out of strong light, and take it again as advised.',
    next: [byPeople],
  },
  document_not_read: {
    status: 503,
    againAfterMs: MINUTE,
    zh: '现在无法识别照片，这不计入次数。请稍后再试，或申请人工审核。',
    en: 'Photos cannot be read just now, and this does not count as a try. Try again in a minute, or ask for a review by a person.',
  },
  documents_not_offered: {
    status: 409,
    zh: '本平台没有开通身份证照片核验；您的实名和其他功能不受影响。',
    en: 'This platform does not check identity cards by their photos. Your verification and everything else stay as they are.',
  },
  document_needs_identity: {
    status: 409,
    zh: '请先完成实名认证，再上传身份证照片提升等级。',
    en: 'Verify this account first; the card is then compared with the person it is verified as.',
    next: [verifyFirst],
  },
  document_needs_resident_id: {
    status: 409,
    zh: '本账号不是用居民身份证或居住证实名的，不能用身份证照片核验；请申请人工审核。',
    en: 'This account is verified by another kind of document, of which no photo can be checked by a machine; ask for a review by a person.',
    next: [byPeople],
  },
  document_differs: {
    status: 422,
    members: {
      differs: {
        type: 'strings',
        always: true,
        is: 'What on the card is not what the account is verified as: `name`, `id_number`.',
      },
      failures: {
        type: 'integer',
        always: true,
        is: 'How many photos of this account could not be used today, this one among them.',
      },
      comesNext: {
        type: 'string',
        always: true,
        is: '`again`: another photo. `review`: it was tried three times, and a person looks instead.',
      },
    },
    zh: '照片上的姓名或号码与本账号的实名不一致。请拍摄本人的身份证；照片没错的，请申请人工审核。',
    en: 'Name or number on the card are not those this account is verified as. Photograph your own card; if it is, ask for a review by a person.',
    next: [byPeople],
  },
  document_check_open: {
    status: 409,
    members: { documentId: { type: 'string', always: true, is: 'The document that is being checked.' } },
    zh: '您的身份证正在核验，请等它有结果。',
    en: 'Your identity card is being checked; wait for the result.',
  },
  document_proven: {
    status: 409,
    members: { validUntil: { type: 'string', is: 'Until when it counts; left out where that has no end.' } },
    zh: '您的证件已经核验通过并且仍然有效；换领了有效期更长的新证件后，可以再次核验。',
    en: 'Your document is proven already and still counts; once you have a card that is valid for longer, it can be checked anew.',
  },
  too_many_document_checks: {
    status: 429,
    waits: true,
    zh: '今天身份证照片核验的次数已用完，请明天再试。',
    en: 'No more checks of identity cards today; try again tomorrow.',
  },
} as const satisfies Record<string, Problem>
