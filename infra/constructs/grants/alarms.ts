import { ArnFormat, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { Config } from '../../config.ts'
import { allow, type Granted } from './granted.ts'

/** CloudWatch asks for the right to see all alarms of the account where somebody asks by the beginning of names. */
export const alarmsGrant = (scope: Construct, { stage }: Config, ...more: string[]): Granted => ({
  environment: { ALARM_PREFIX: `shiming-${stage}-` },
  statements: [
    allow(
      ['cloudwatch:DescribeAlarms', ...more],
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

/** The same, their history, and what metrics come to: CloudWatch knows no narrower right than to those of the whole account. */
export const watchGrant = (scope: Construct, config: Config): Granted => {
  const { environment, statements } = alarmsGrant(scope, config, 'cloudwatch:DescribeAlarmHistory')
  return {
    environment: { ...environment, METRIC_PREFIX: `shiming-${config.stage}-` },
    statements: [...statements, allow(['cloudwatch:GetMetricData'], ['*'])],
  }
}
