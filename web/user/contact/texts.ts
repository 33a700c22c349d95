import { texts } from '../../shared/texts/texts.ts'

export const contactTexts = texts(
  { ask: '人工客服', anyone: '您所用平台的客服', help: '请人工帮助' },
  { ask: 'A person to ask', anyone: 'the support of your platform', help: 'Ask a person for help' },
)
