import { texts } from '../../shared/texts/texts.ts'

export const settingTexts = texts(
  {
    title: '生效设置',
    lead: '本部署正在使用的设置；在部署时更改。密钥只列名称。',
    differing: (count: number) => `与默认不同（${count}）`,
    byDefault: (count: number) => `默认值（${count}）`,
    none: '全部设置都是默认值。',
    name: '设置',
    value: '当前值',
    default: '默认值',
    unit: '单位',
    is: '作用',
    secrets: '密钥',
    storedAs: '在 Secrets Manager 中的名称',
    notUsed: '本部署没有这个账号',
  },
  {
    title: 'Settings in force',
    lead: 'What this deployment runs with; changed by deploying. Secrets are told by name only.',
    differing: (count: number) => `Other than the default (${count})`,
    byDefault: (count: number) => `As by default (${count})`,
    none: 'Every setting has its default.',
    name: 'Setting',
    value: 'Value',
    default: 'Default',
    unit: 'Unit',
    is: 'What it does',
    secrets: 'Secrets',
    storedAs: 'Name in Secrets Manager',
    notUsed: 'no such account here',
  },
)
