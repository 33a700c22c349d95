import { texts } from '../../shared/texts/texts.ts'

export const plotTexts = texts({ table: '数据表' }, { table: 'As a table' })
