import type { Problem } from '../../shared/kernel/problems.ts'

/** Why a picture cannot be uploaded, shown, handed in or used. */
export const materialProblems = {
  picture_needed: {
    status: 400,
    zh: '还缺少这张照片，请上传。',
    en: 'This picture is missing; upload it.',
  },
  picture_not_asked: {
    status: 400,
    zh: '这类申请不需要这张照片。',
    en: 'This picture is not asked for here.',
  },
  material_unusable: {
    status: 409,
    zh: '这张图片不能使用：还没有处理完、没有通过、已过期或已用于别处。请重新上传。',
    en: 'This picture cannot be used: it is not taken yet, was refused, is over, or is part of something else. Upload it anew.',
  },
  material_gone: {
    status: 410,
    zh: '这张图片已按期限删除，不能再查看。',
    en: 'This picture was deleted, as its time was over.',
  },
} as const satisfies Record<string, Problem>
