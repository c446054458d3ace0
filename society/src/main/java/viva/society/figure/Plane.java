package viva.society.figure;

/** The plane {@code z = a·x + b·y + c} through points, by least squares. Points are not kept (Welford 1962). */
public final class Plane {
    private int count;
    private double meanX;
    private double meanY;
    private double meanZ;
    private double xx;
    private double yy;
    private double xy;
    private double xz;
    private double yz;

    public void add(double x, double y, double z) {
        count++;
        double beyondX = x - meanX;
        double beyondY = y - meanY;
        double beyondZ = z - meanZ;
        meanX += beyondX / count;
        meanY += beyondY / count;
        meanZ += beyondZ / count;
        xx += beyondX * (x - meanX);
        yy += beyondY * (y - meanY);
        xy += beyondX * (y - meanY);
        xz += beyondX * (z - meanZ);
        yz += beyondY * (z - meanZ);
    }

    public int count() {
        return count;
    }

    /** The slope a along x; not a number when the points lie on a line. */
    public double slopeX() {
        double determinant = xx * yy - xy * xy;
        return determinant > 0 ? (xz * yy - yz * xy) / determinant : Double.NaN;
    }
}
