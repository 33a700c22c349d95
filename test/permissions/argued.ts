import type { Argued } from './report.ts'

/** Permissions that functions need and no flow can make them use, each with the reason. */
export const argued: readonly Argued[] = [
  {
    fn: 'material-view',
    permission: 's3:ListBucket data-materials84a8d3ac',
    reason:
      'A picture whose file is gone although its item says that it is kept is answered as gone: S3 says only to who may list a bucket that a file is not there. Files go after their items say so, so that it takes a fault of the bucket (test/material/reading/open-picture.test.ts).',
  },
  {
    fn: 'documents-read',
    permission: 's3:ListBucket data-materials84a8d3ac',
    reason:
      'The same of a photo of a card: one whose file is gone although its item says that it is kept cannot be read.',
  },
  {
    fn: 'documents-open',
    permission: 's3:ListBucket data-materials84a8d3ac',
    reason: 'The same of both photos of a card that is handed in: of a file that is gone nothing can be read.',
  },
  {
    fn: 'certification-licence',
    permission: 's3:ListBucket data-materials84a8d3ac',
    reason:
      'The same of a photo of a licence: of one whose file is gone although its item says that it is kept nothing can be read.',
  },
  {
    fn: 'certification-icon',
    permission: 's3:ListBucket data-materials84a8d3ac',
    reason:
      'The same of the icon of an app: one whose file is gone although its item says that it is kept is answered as gone.',
  },
  {
    fn: 'sandbox-later',
    permission: 'dynamodb:Query sandbox table',
    reason:
      'Whoever has emptied the queue of a deployed sandbox puts a pointer there by hand that means everything due. Tried on the table in memory (test/sandbox/wechat-pay/courier.test.ts).',
  },
]
