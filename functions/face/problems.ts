import type { Problem } from '../../shared/kernel/problems.ts'

/** Why a confirmation by face cannot begin now. None of them touches the verification an account has. */
export const faceProblems = {
  face_not_offered: {
    status: 409,
    zh: '本平台没有开通人脸核验；您的实名和其他功能不受影响。',
    en: 'This platform does not offer confirmation by face. Your verification and everything else stay as they are.',
  },
  face_needs_verification: {
    status: 409,
    zh: '请先完成实名认证，再做人脸核验。',
    en: 'Verify this account first; a face is then compared with the person it is verified as.',
  },
  face_check_open: {
    status: 409,
    waits: true,
    members: { faceCheckId: { type: 'string', always: true, is: 'The confirmation that is open.' } },
    zh: '有一次人脸核验还没有结束，请先完成它，或等它过期。',
    en: 'A confirmation by face is open for something else; finish it, or wait until it expires.',
  },
  too_many_face_checks: {
    status: 429,
    waits: true,
    zh: '今天人脸核验的次数已用完，请明天再试，或联系客服改由人工核实。',
    en: 'No more confirmations by face today; try again tomorrow, or ask to be confirmed by a person.',
  },
  face_not_possible: {
    status: 409,
    zh: '暂时无法用人脸核实您的身份（公安机关没有可比对的照片）；请联系客服改由人工核实。',
    en: 'You cannot be confirmed by face, as there is no photograph to compare with; ask to be confirmed by a person.',
  },
  face_unavailable: {
    status: 503,
    waits: true,
    zh: '人脸核验服务暂时不可用，请稍后再试，或联系客服改由人工核实。',
    en: 'Confirmation by face is out of reach just now; try again later, or ask to be confirmed by a person.',
  },
} as const satisfies Record<string, Problem>
