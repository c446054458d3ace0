package viva.society.fit;

/** The straight line through points, by least squares. Points are not kept: the sums are updated as Welford 1962 does. */
public final class Line {
    private int count;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    public void add(double x, double y) {
        count++;
        double beyondX = x - meanX;
        double beyondY = y - meanY;
        meanX += beyondX / count;
        meanY += beyondY / count;
        squaresX += beyondX * (x - meanX);
        squaresY += beyondY * (y - meanY);
        products += beyondX * (y - meanY);
    }

    public int count() {
        return count;
    }

    /** Not a number without two different x. */
    public double slope() {
        return squaresX > 0 ? products / squaresX : Double.NaN;
    }

    public double at(double x) {
        return meanY + slope() * (x - meanX);
    }

    /** Pearson's r, in [−1, 1]; not a number when x or y do not vary. */
    public double correlation() {
        return squaresX > 0 && squaresY > 0 ? products / Math.sqrt(squaresX * squaresY) : Double.NaN;
    }

    /** Half the width of the 95 % confidence interval of the slope, with the normal quantile. */
    public double slopeMargin() {
        double unexplained = Math.max(0, squaresY - slope() * products);
        return count > 2 ? 1.96 * Math.sqrt(unexplained / (count - 2) / squaresX) : Double.NaN;
    }

    /** Half the width of the 95 % confidence interval of r, by Fisher's z at r = 0. */
    public double correlationMargin() {
        return count > 3 ? 1.96 / Math.sqrt(count - 3.0) : Double.NaN;
    }
}
