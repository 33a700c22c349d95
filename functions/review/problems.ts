import type { Problem } from '../../shared/kernel/problems.ts'

/** Cases that people decide: of their users, and of the operators who decide them. */
export const reviewProblems = {
  review_over: {
    status: 409,
    members: { ended: { type: 'string', always: true, is: 'How: `decided` or `withdrawn`.' } },
    zh: '这件申请已经结束，结果见申请详情。',
    en: 'This case is over; it says itself how it ended.',
  },
  review_not_asked: {
    status: 409,
    zh: '目前没有需要您补充的内容，我们正在处理。',
    en: 'Nothing is asked of you now; we are working on it.',
  },
  review_empty_answer: {
    status: 400,
    zh: '请填写说明，或者附上要求的材料。',
    en: 'Write something, or hand in what was asked for.',
  },
  review_no_materials: {
    status: 400,
    zh: '这类申请不收图片，请用文字说明。',
    en: 'No pictures are taken for a case of this kind; say it in words.',
  },
  review_seconding: {
    status: 409,
    zh: '已经有人处理，正由另一人复核，现在不能撤回；结果出来后会通知您。',
    en: 'Somebody has decided and another is looking at it, so it cannot be taken back now; you will be told the result.',
  },
  review_being_decided: {
    status: 409,
    waits: true,
    zh: '审核人员正在处理这件申请，现在不能撤回；请稍后再试，或等待结果。',
    en: 'A person is at work on this, so it cannot be taken back now; try again in a while, or wait for the result.',
  },
  review_not_appealable: {
    status: 409,
    zh: '这个结果不能申诉；如仍有疑问，可以请人工帮助。',
    en: 'There is no appeal against this; you can ask a person for help.',
  },
  review_open: {
    status: 409,
    members: { review: { type: 'string', always: true, is: 'The id of the case that is open.' } },
    zh: '关于同一件事已经有一件申请在处理，请查看那一件。',
    en: 'A case about the same is open; look at that one.',
  },
  review_claimed: {
    status: 409,
    waits: true,
    members: {
      by: { type: 'string', always: true, is: 'Which operator works at it.' },
      until: { type: 'string', always: true, is: 'Until when nobody else may take it.' },
    },
    zh: '另一位同事正在处理这件申请。',
    en: 'A colleague is on this case.',
  },
  review_not_claimed: {
    status: 409,
    zh: '您没有领取这件申请，或领取已过期，什么都没有写入。请先领取，看过最新的内容再处理。',
    en: 'You do not hold this case, or no longer; nothing was written. Take it, look at what is new, then decide.',
  },
  review_needs_another: {
    status: 403,
    zh: '这件申请须由另一人处理：您提出了它，或先前的决定是您作的。',
    en: 'Somebody else must decide this: you opened it, or what was decided before was decided by you.',
  },
  review_waiting: {
    status: 409,
    waits: true,
    zh: '正在等用户补充，用户答复后才能处理。',
    en: 'It waits for its user; it can be decided once they have answered.',
  },
  review_in_second: {
    status: 409,
    zh: '这件申请已有人决定，正等另一人复核。',
    en: 'Somebody has decided this; it waits for a second person.',
  },
  review_not_seconding: {
    status: 409,
    zh: '这件申请没有等待复核的决定。',
    en: 'No decision of this case waits for a second person.',
  },
  review_verdict_unknown: {
    status: 400,
    zh: '这类申请不能这样决定。',
    en: 'A case of this kind is not decided so.',
  },
  review_reason_needed: {
    status: 400,
    zh: '拒绝须从这类申请的原因中选一个；其他决定不填原因。',
    en: 'A refusal takes one of the reasons of its kind, and no other decision takes any.',
  },
  review_unchecked: {
    status: 400,
    members: {
      missing: { type: 'string', always: true, is: 'The points that are not confirmed, with blanks between.' },
    },
    zh: '通过之前，核对清单上的每一项都要确认。',
    en: 'Confirm every point of the checklist before you approve.',
  },
  review_ask_unknown: {
    status: 400,
    zh: '只能要求补充这类申请清单里的内容。',
    en: 'Ask for what the list of this kind has.',
  },
  review_words_needed: {
    status: 400,
    zh: '请填写给用户的答复。',
    en: 'Write what the user is answered.',
  },
} as const satisfies Record<string, Problem>
