import { texts } from '../../shared/texts/texts.ts'

/** How somebody begins to apply. */
export const beginTexts = texts(
  {
    beginTitle: '申请应用认证',
    beginLead: (name: string) => `为“${name}”申请认证。先说明为谁申请，再填写、检查，都不收费。`,
    whose: '为谁申请',
    me: '我本人',
    meMore: '个人',
    levelLacks: (level: number) =>
      `个人申请需要实名等级 ${level} 级，您现在的等级还不够。可以先提升等级；也可以先填写，草稿会保存，提交前补上即可。`,
    toLevel: '去提升实名等级',
    begin: '开始填写',
    beginMore: '开始后，应用在申请结束前不能改名或删除。草稿随时可以放弃。',
    alreadyCertified: '应用已经认证。新的认证申请通过后，认证名称按新的申请变更。',
  },
  {
    beginTitle: 'Apply for certification',
    beginLead: (name: string) =>
      `For “${name}”. Say for whom first; then fill it in and have it looked at. None of this costs anything.`,
    whose: 'For whom',
    me: 'Myself',
    meMore: 'A person',
    levelLacks: (level: number) =>
      `A person applies at level ${level}, which you have not reached yet. Raise it first; or fill in the draft, which is kept, and raise it before you send it in.`,
    toLevel: 'Raise your level',
    begin: 'Begin',
    beginMore: 'Until it is over the app cannot be renamed or removed. A draft can be given up at any time.',
    alreadyCertified: 'The app is certified already. Once a new application passes, its certified name is the new one.',
  },
)
