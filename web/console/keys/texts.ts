import { texts } from '../../shared/texts/texts.ts'

export const keyTexts = texts(
  {
    title: '快捷键',
    when: '单个字母只在没有输入框、没有对话框时起作用。',
    down: '下一行',
    up: '上一行',
    open: '打开选中的一行',
    act: '处理：打开第一个操作',
    next: '队列里的下一件',
    search: '搜索',
    help: '这份说明',
    send: '提交对话框或表单',
    close: '关闭对话框；离开搜索框',
    on: '使用单键快捷键',
    onMore: '用语音输入，或者容易误触键盘时，请关闭。',
  },
  {
    title: 'Keyboard',
    when: 'Single letters work only while no field has the focus and no dialog is open.',
    down: 'Next row',
    up: 'Previous row',
    open: 'Open the row',
    act: 'Act: open the first deed',
    next: 'Next of the queue',
    search: 'Search',
    help: 'This list',
    send: 'Send a dialog or form',
    close: 'Close a dialog; leave the search',
    on: 'Use single keys',
    onMore: 'Switch them off if you dictate, or hit keys by accident.',
  },
)
