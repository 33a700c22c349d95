import { inBoth, type Letter } from '../../shared/kernel/letter.ts'
import type { LevelCause, LevelChange } from './level-change.ts'
import { levelNamed, levelPage } from './level-words.ts'

const why: Record<Exclude<LevelCause, 'proven'>, { zh: string; en: string }> = {
  expired: { zh: '证明您身份的一项核验已过有效期', en: 'the time of something that proved who you are is over' },
  number_recycled: {
    zh: '运营商表示，您实名时使用的手机号已分配给他人',
    en: 'the carrier says that the number you were verified with was given to somebody else',
  },
  card_unbound: { zh: '您解绑了用来核验的银行卡', en: 'you took off the bank card that proved who you are' },
  cleared: { zh: '本账号的实名认证已撤销', en: 'the verification of this account was withdrawn' },
}

/** That the level changed: raised, with what that is good for; lowered, with why and what to do. */
export const levelLetter = ({ from, to, because }: LevelChange, publicUrl: string): Letter => {
  const [before, after, page] = [levelNamed(from), levelNamed(to), levelPage(publicUrl)]
  if (because === 'proven')
    return inBoth(
      {
        title: '实名等级已提升',
        content: `您账号的实名等级由 ${before.zh}升为 ${after.zh}，需要该等级的功能现在可以使用。等级的依据和有效期见：${page}`,
      },
      {
        title: 'Your level was raised',
        content: `The level of your account rose from ${before.en} to ${after.en}; what needs that level is open to you now. What it rests on, and until when: ${page}`,
      },
    )
  return inBoth(
    {
      title: '实名等级已降低',
      content: `您账号的实名等级由 ${before.zh}降为 ${after.zh}，原因：${why[because].zh}。可以随时恢复，怎样恢复见：${page}`,
    },
    {
      title: 'Your level was lowered',
      content: `The level of your account fell from ${before.en} to ${after.en}, as ${why[because].en}. You can raise it again at any time; how is said here: ${page}`,
    },
  )
}

/** What a letter says of a level that changed with what it is about; nothing where that stays. */
export const levelSentence = (change: LevelChange | undefined): { zh: string; en: string } => {
  if (!change) return { zh: '', en: '' }
  const [before, after] = [levelNamed(change.from), levelNamed(change.to)]
  return {
    zh: `实名等级由 ${before.zh}变为 ${after.zh}。`,
    en: ` Your level is ${after.en} now; it was ${before.en}.`,
  }
}
