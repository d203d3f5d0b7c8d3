/* A matrix of geodesic distances by PROJ, on two threads: the least that it can cost.
   cc -O2 matrix.c -lproj -lpthread -lm; matrix COUNT <points (latitude longitude a line), prints the sum of all. */
#include <geodesic.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static double *latitude, *longitude, sums[2];
static int count;

static void *half(void *which) {
    struct geod_geodesic g;
    geod_init(&g, 6378137, 1 / 298.257223563);
    int start = *(int *)which;
    double sum = 0;
    for (int i = start; i < count; i += 2)
        for (int j = 0; j < count; j++) {
            double s;
            geod_inverse(&g, latitude[i], longitude[i], latitude[j], longitude[j], &s, 0, 0);
            sum += s;
        }
    sums[start] = sum;
    return 0;
}

int main(int argc, char **argv) {
    count = atoi(argv[1]);
    latitude = malloc(count * sizeof(double));
    longitude = malloc(count * sizeof(double));
    for (int i = 0; i < count; i++)
        if (scanf("%lf %lf", &latitude[i], &longitude[i]) != 2) return 65;
    pthread_t thread;
    int zero = 0, one = 1;
    pthread_create(&thread, 0, half, &one);
    half(&zero);
    pthread_join(thread, 0);
    printf("%.3f\n", sums[0] + sums[1]);
    return 0;
}
