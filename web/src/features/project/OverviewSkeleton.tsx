import { Skeleton } from '@mantine/core';
import { LineSkeleton, Waiting } from '../../components/Waiting';
import classes from './Overview.module.css';

/** The page's shape before the project is known. */
export function OverviewSkeleton() {
  return (
    <div className={classes.page}>
      <div className={classes.top}>
        <div className={classes.head}>
          <Waiting>
            <LineSkeleton width={180} />
            <Skeleton width="90%" height={28} mt={12} />
            <Skeleton width="60%" height={28} mt={8} mb={20} />
            <LineSkeleton width="100%" />
            <LineSkeleton width="70%" />
            <Skeleton height={8} mt={20} mb={12} />
            <LineSkeleton width="50%" />
          </Waiting>
        </div>
        <div className={classes.mapCell} />
      </div>
    </div>
  );
}
