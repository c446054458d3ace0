package viva.society.fit;

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
    private double zz;

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
        zz += beyondZ * (z - meanZ);
    }

    public int count() {
        return count;
    }

    /** The slope a along x, y being equal; not a number when the points lie on a line. */
    public double slopeX() {
        return determinant() > 0 ? (xz * yy - yz * xy) / determinant() : Double.NaN;
    }

    /** Half the width of the 95 % confidence interval of that slope, with the normal quantile. */
    public double slopeXMargin() {
        double slopeY = (yz * xx - xz * xy) / determinant();
        double unexplained = Math.max(0, zz - slopeX() * xz - slopeY * yz);
        return count > 3 ? 1.96 * Math.sqrt(unexplained / (count - 3) * yy / determinant()) : Double.NaN;
    }

    private double determinant() {
        return xx * yy - xy * xy;
    }
}
