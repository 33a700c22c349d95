import type { Problem } from '../../shared/kernel/problems.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { PUBLIC_CODE } from './unreadable.ts'

/** Reading photos of identity cards. */
export const documentProblems = {
  document_unreadable: {
    status: 422,
    legacyCode: PUBLIC_CODE,
    members: {
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
  },
  document_not_read: {
    status: 503,
    againAfterMs: MINUTE,
    zh: '现在无法识别照片，这不计入次数。请稍后再试，或申请人工审核。',
    en: 'Photos cannot be read just now, and this does not count as a try. Try again in a minute, or ask for a review by a person.',
  },
} as const satisfies Record<string, Problem>
