import { ArnFormat, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { Config } from '../../config.ts'
import { allow, type Granted } from './granted.ts'

/** CloudWatch asks for the right to see all alarms of the account where somebody asks by the beginning of names. */
export const alarmsGrant = (scope: Construct, { stage }: Config): Granted => ({
  environment: { ALARM_PREFIX: `shiming-${stage}-` },
  statements: [
    allow(
      ['cloudwatch:DescribeAlarms'],
      [
        Stack.of(scope).formatArn({
          service: 'cloudwatch',
          resource: 'alarm',
          resourceName: '*',
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
    ),
  ],
})
